'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { reportTexts } from '@/i18n/reports'
import { ask } from '../ask'
import { QuestionDialog } from '../Dialog'
import { useTexts } from '../useTexts'

type AskedProps = {
  /** What opens the question, what it is called, and what is said once it is done. */
  button: string
  /** What the button is of, for those who hear several one by one. */
  of?: string
  title: string
  /** What sends it, where that is not what opened it. */
  action?: string
  done: string
  path: string
  body: () => Record<string, unknown>
  /** What is still missing, in words; nothing is sent then. */
  slip?: () => string
  children: ReactNode
}

/** A button that asks, sends, and says what became of it; a refusal stays in the question with what was written. */
export function Asking({
  button,
  of,
  title,
  action = button,
  done,
  path,
  body,
  slip,
  children,
}: AskedProps) {
  const { texts, language } = useTexts()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function send() {
    const missing = slip?.() ?? ''
    setProblem(missing)
    if (missing) return
    setIsBusy(true)
    const outcome = await ask(path, { method: 'POST', body: body(), language })
    setIsBusy(false)
    if (!outcome.ok) return setProblem(outcome.detail || texts.failed)
    setIsOpen(false)
    toast.success(done)
    router.refresh()
  }
  return (
    <>
      <Button
        size="small"
        margin={false}
        buttonStyle="secondary"
        aria-label={of && reportTexts[language].of(button, of)}
        onClick={() => {
          setProblem('')
          setIsOpen(true)
        }}
      >
        {button}
      </Button>
      {isOpen && (
        <QuestionDialog
          {...{ title, action, problem, isBusy }}
          onClose={() => setIsOpen(false)}
          onSubmit={() => void send()}
        >
          {children}
        </QuestionDialog>
      )}
    </>
  )
}

type SentenceProps = { label: string; value: string; onChange: (value: string) => void }

export const Sentence = ({ label, value, onChange }: SentenceProps) => (
  <label className="zk-field">
    {label}
    <textarea
      rows={3}
      maxLength={500}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </label>
)

type ObjectProps = {
  report: string
  /** Those one may object for: one's own, and others in whose place one decides. */
  units: readonly { id: string; name: string }[]
}

/** A unit objects to its figures. */
export function ObjectButton({ report, units }: ObjectProps) {
  const texts = reportTexts[useTexts().language]
  const [sentence, setSentence] = useState('')
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  return (
    <Asking
      button={texts.object}
      title={texts.objectTitle}
      done={texts.objected}
      path={`/api/reports/${report}/object`}
      body={() => ({ sentence, unit })}
    >
      {units.length > 1 && (
        <label className="zk-field">
          {texts.forUnit}
          <select value={unit} onChange={(event) => setUnit(event.target.value)}>
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Sentence label={texts.sentence} value={sentence} onChange={setSentence} />
    </Asking>
  )
}

type DecideProps = { report: string; unit: string; unitName: string; sentence: string }

/** The centre says whether an objection holds, and why. */
export function DecideButton({ report, unit, unitName, sentence }: DecideProps) {
  const texts = reportTexts[useTexts().language]
  const [answer, setAnswer] = useState('')
  const [isUpheld, setIsUpheld] = useState<boolean | null>(null)
  return (
    <Asking
      button={texts.decide}
      of={unitName}
      title={texts.of(texts.decide, unitName)}
      done={texts.decided}
      path={`/api/reports/${report}/decide`}
      body={() => ({ unit, isUpheld, answer })}
    >
      <p>{sentence}</p>
      <Choice
        name="isUpheld"
        label={texts.isUpheld}
        options={[texts.upheld, texts.refused]}
        value={isUpheld}
        onChange={setIsUpheld}
      />
      <Sentence label={texts.answer} value={answer} onChange={setAnswer} />
    </Asking>
  )
}

type ChoiceProps = {
  name: string
  label: string
  /** What yes and no are called. */
  options: readonly [string, string]
  value: boolean | null
  onChange: (value: boolean) => void
}

/** Yes or no, neither before it is chosen. */
export const Choice = ({ name, label, options, value, onChange }: ChoiceProps) => (
  <fieldset className="zk-choices">
    <legend>{label}</legend>
    {options.map((option, at) => (
      <label key={option}>
        <input
          type="radio"
          name={name}
          required
          checked={value === (at === 0)}
          onChange={() => onChange(at === 0)}
        />{' '}
        {option}
      </label>
    ))}
  </fieldset>
)

/** The centre publishes a report to all units, after it was asked whether it means it. */
export function PublishButton({ report }: { report: string }) {
  const texts = reportTexts[useTexts().language]
  return (
    <Asking
      button={texts.publish}
      title={texts.publishTitle}
      done={texts.published}
      path={`/api/reports/${report}/publish`}
      body={() => ({})}
    >
      <p>{texts.publishNote}</p>
    </Asking>
  )
}
