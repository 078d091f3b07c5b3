import { writeFileSync } from 'node:fs'
import { refusals } from '@/access/refusals'
import {
  fields,
  libraries,
  numberPrefix,
  readsCopies,
  readsLive,
  roles,
  states,
  steps,
  askedSteps,
  type Step,
  type StepRule,
} from '@/access/rules'
import { fieldNames, roleNames } from '@/i18n/names'
import { refusalTexts } from '@/i18n/refusals'
import { stateNames, stepNames } from '@/i18n/steps'

function describeWorkflow(): string {
  return [
    '<!-- Generated from src/access/rules.ts by `npm run generate`. Do not edit. -->',
    '# The workflow',
    'Every change of a state or of what readers see is one of these steps, taken along one path ' +
      '(`src/workflow/step/takeStep.ts`) and recorded in `decisions`. What is not in this table cannot happen.',
    '## States',
    table(
      ['state', '中文'],
      states.map((state) => [code(state), stateNames[state].zh]),
    ),
    '## Steps',
    table(
      [
        'step',
        '中文',
        'from',
        'to',
        'who',
        'not by',
        'while',
        'needs',
        'live text',
        'marks',
        'several',
      ],
      (Object.keys(steps) as Step[]).map(stepRow),
    ),
    '`centre` acts on every unit; all other roles on their own. Where a unit has no approver other than ' +
      'the writer, the approver of the unit above takes an approver’s steps (代审批), and the record says so. ' +
      'A deleted entry takes no step but `restore`; after 30 days in the trash its copy is purged.',
    '## Who reads what',
    table(
      ['role', '中文', 'working copies', 'live texts beside those open to units'],
      roles.map((role) => [
        code(role),
        roleNames[role].zh,
        words(readsCopies[role]),
        words(readsLive[role]),
      ]),
    ),
    '## Fields',
    ...libraries.flatMap((library) => [
      `### ${library} (numbers ${numberPrefix[library]}…)`,
      table(
        ['field', '中文', 'needed to submit', 'seen by readers'],
        fields[library].map(({ name, required, read }) => [
          code(name),
          fieldNames[name]?.zh ?? '',
          required ? 'yes' : '',
          read ? 'yes' : 'no',
        ]),
      ),
    ]),
    '## Refusals',
    table(
      ['code', 'status', '中文', 'English'],
      (Object.keys(refusals) as (keyof typeof refusals)[]).map((name) => [
        code(name),
        String(refusals[name]),
        refusalTexts.zh[name].title,
        refusalTexts.en[name].title,
      ]),
    ),
    '',
  ].join('\n\n')
}

function stepRow(step: Step): string[] {
  const rule: StepRule = steps[step]
  return [
    code(step),
    stepNames[step].zh,
    rule.from.length === states.length ? 'any' : rule.from.join(', '),
    rule.to,
    rule.by.join(', ') +
      (rule.of === 'consulted' ? ' of each unit named for 会同校核' : '') +
      (rule.casesBy ? ` (cases: ${rule.casesBy.join(', ')})` : ''),
    rule.not.join(', '),
    rule.when.map(words).join(', '),
    rule.needs.join(', '),
    rule.publication === 'none' ? '' : words(rule.publication),
    rule.marks.map(words).join(', '),
    askedSteps.includes(step) ? (rule.several ? 'yes' : '') : 'by itself',
  ]
}

const code = (text: string) => `\`${text}\``

/** camelCase as words. */
const words = (text: string) => text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row))].join('\n')
}

// Written from the tables; `npm run check` fails when the file is stale.
writeFileSync('docs/workflow.md', describeWorkflow())
