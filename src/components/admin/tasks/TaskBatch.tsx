'use client'

import { Button } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type ReactNode } from 'react'
import { severalSteps, type TaskStep } from '@/access/tasks'
import { fill } from '@/i18n/adminTexts'
import { dialogTexts } from '@/i18n/dialogTexts'
import { reviewTexts } from '@/i18n/reviewTexts'
import { taskTexts } from '@/i18n/tasks'
import { tasksPath } from '../addresses'
import { ask } from '../ask'
import { Dialog } from '../Dialog'
import { NotDone } from '../list/BulkResult'
import { useTexts } from '../useTexts'

/** A task that may be chosen, as it is named where it was not done. */
export type Choosable = { id: string; number: string; name: string; steps: readonly TaskStep[] }

type Result = { id: string; ok: boolean; detail?: string }
type Outcome = {
  step: TaskStep
  done: number
  notDone: { id: string; number: string; title: string; problem: string }[]
}

/** Around the rows of a list: one step of those that are chosen, and then what came of each. */
export function TaskBatch({ tasks, children }: { tasks: Choosable[]; children: ReactNode }) {
  const { texts: common, language } = useTexts()
  const [texts, words] = [reviewTexts[language], dialogTexts[language]]
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const steps = severalSteps.filter((step) => tasks.some((task) => task.steps.includes(step)))

  const look = () =>
    setChosen(form.current ? new FormData(form.current).getAll('task').map(String) : [])
  function clear() {
    form.current?.reset()
    setChosen([])
  }
  async function take(step: TaskStep) {
    const asked = tasks.filter((task) => chosen.includes(task.id))
    const items = asked.filter(({ steps }) => steps.includes(step)).map(({ id }) => ({ id }))
    setProblem(items.length === 0 ? texts.none : '')
    if (items.length === 0) return
    setIsBusy(true)
    const path = `/api/tasks/${step}`
    const answer = await ask<{ results: Result[] }>(path, {
      ...{ method: 'POST', body: { items }, language },
    })
    setIsBusy(false)
    if (!answer.ok) return setProblem(answer.detail || common.failed)
    const { results } = answer.data
    const notDone = results.flatMap(({ id, ok, detail }) => {
      const task = tasks.find((one) => one.id === id)
      return ok || !task ? [] : [refused(task, detail ?? texts.failed)]
    })
    const detail = texts.cannot(taskTexts[language].steps[step])
    const left = asked.filter(({ steps }) => !steps.includes(step))
    notDone.push(...left.map((task) => refused(task, detail)))
    setOutcome({ step, notDone, done: results.filter(({ ok }) => ok).length })
  }
  function close() {
    setOutcome(null)
    clear()
    router.refresh()
  }
  return (
    <form ref={form} onChange={look} onSubmit={(event) => event.preventDefault()}>
      <p className="zk-soft">{texts.hint}</p>
      <div className="zk-bulk" data-chosen={chosen.length} role="group" aria-label={texts.several}>
        <span className="zk-soft" aria-live="polite">
          {fill(words.chosen, { n: chosen.length })}
        </span>
        {chosen.length > 0 && (
          <button type="button" className="zk-link" onClick={clear}>
            {words.chooseNone}
          </button>
        )}
        {steps.map((step) => (
          <Button
            key={step}
            size="small"
            margin={false}
            disabled={isBusy || chosen.length === 0}
            onClick={() => void take(step)}
          >
            {taskTexts[language].steps[step]}
          </Button>
        ))}
        {problem && (
          <p className="zk-error" role="alert">
            {problem}
          </p>
        )}
      </div>
      {children}
      {outcome && <Became outcome={outcome} onClose={close} />}
    </form>
  )
}

const refused = ({ id, number, name }: Choosable, problem: string) => ({
  ...{ id, number, title: name, problem },
})

/** How many are done, and by name which are not and why. */
function Became({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { language } = useTexts()
  const words = dialogTexts[language]
  const { step, done, notDone } = outcome
  const name = taskTexts[language].steps[step]
  return (
    <Dialog
      title={reviewTexts[language].severalTitle(name, done + notDone.length)}
      onClose={onClose}
    >
      <p role="status">{fill(words.doneSome, { n: done })}</p>
      <NotDone at={tasksPath} items={notDone} onClose={onClose} />
    </Dialog>
  )
}
