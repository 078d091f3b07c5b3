'use client'

import { useState } from 'react'
import { longestTakenOver, mergeTexts } from '@/i18n/merging'
import type { Similar } from '@/workflow/reviewing/similarEntries'
import { useAnswer } from '../ask'
import { Asking } from '../statistics/ReportActions'
import type { Situation } from '../situationFrom'
import { Choices, EntryFinder } from '../steps/fields'
import { useTexts } from '../useTexts'

type Props = { entry: Pick<Situation, 'id' | 'library' | 'number' | 'title'> }

/** 与……合并: the duplicate among those that ask nearly the same, or by its number; which of both stays; what is taken over. */
export function MergeButton({ entry }: Props) {
  const texts = mergeTexts[useTexts().language]
  const [other, setOther] = useState<string | null>(null)
  const [stays, setStays] = useState<'own' | 'other' | null>(null)
  const [text, setText] = useState('')
  const { number } = entry
  return (
    <Asking
      button={texts.button}
      title={texts.title}
      action={texts.propose}
      done={texts.proposed}
      path="/api/tasks"
      body={() => ({
        kind: 'merge',
        ...(stays === 'own' ? { goes: other, stays: number } : { goes: number, stays: other }),
        ...(text.trim() ? { text } : {}),
      })}
      slip={() => (!other ? texts.choose : stays ? '' : texts.chooseWhich)}
    >
      <p className="zk-soft">{texts.note}</p>
      <OtherField entry={entry} chosen={other} onChoose={setOther} />
      <Choices
        legend={texts.which}
        options={[
          { value: 'own', label: `${texts.own}（${number}）` },
          { value: 'other', label: texts.other },
        ]}
        chosen={stays}
        onChoose={setStays}
      />
      <label className="zk-field">
        {texts.text}
        <textarea
          rows={4}
          maxLength={longestTakenOver}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <small className="zk-soft">{texts.textHint}</small>
      </label>
    </Asking>
  )
}

type OtherProps = Props & { chosen: string | null; onChoose: (number: string) => void }

/** What asks nearly the same and is online; any other one is found by its words or number. */
function OtherField({ entry, chosen, onChoose }: OtherProps) {
  const { language } = useTexts()
  const texts = mergeTexts[language]
  const query = new URLSearchParams({ title: entry.title, except: entry.id })
  const { data } = useAnswer<{ entries: Similar[] }>(`/api/${entry.library}/similar?${query}`)
  const live = data?.entries.filter(({ isLive }) => isLive) ?? []
  return (
    <>
      {live.length > 0 ? (
        <Choices
          legend={texts.similar}
          options={live.map(({ number, title, unit }) => ({
            value: number,
            label: [title, number, unit.name].join(' · '),
          }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      ) : (
        <p className="zk-soft" role="status">
          {data ? texts.noneSimilar : texts.looking}
        </p>
      )}
      <EntryFinder
        name="other"
        label={texts.find}
        except={entry.id}
        chosen={chosen}
        by="number"
        onChoose={onChoose}
      />
    </>
  )
}
