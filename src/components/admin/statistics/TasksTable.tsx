import type { ComponentProps } from 'react'
import { taskFigureTexts } from '@/i18n/taskFigures'
import { tasksInOrder, valueOf } from '@/workflow/reporting/lines'
import { UnitsTable } from './Tables'

/** What became of the tasks of each unit; of those with no task and no sample nothing is said. */
export function TasksTable(props: Omit<ComponentProps<typeof UnitsTable>, 'keys' | 'label'>) {
  const texts = taskFigureTexts[props.language]
  const units = props.units.filter(({ figures }) =>
    tasksInOrder.some((key) => Boolean(valueOf(key, { figures }))),
  )
  return (
    <section>
      <h2>{texts.group}</h2>
      {units.length === 0 ? (
        <p className="zk-soft">{texts.none}</p>
      ) : (
        <UnitsTable {...{ ...props, units, keys: tasksInOrder, label: texts.group }} />
      )}
    </section>
  )
}
