import type { Action, Change, StepAction } from './actions'
import { actorOf } from './cast'
import type { TaskAction, TellAction } from './tasks/words'
import type { Text } from './words'

const aboutTask = ({ hasWords, entry, unit }: TellAction | TaskAction) =>
  [entry && ` (${entry})`, unit && ` to the ${unit}`, !hasWords && ' without words']
    .filter(Boolean)
    .join('')

/** What was tried, as people would tell it. */
export function sentence(action: Action): string {
  if (action.kind === 'settle') return 'the server settles tasks'
  const who = actorOf(action.by).says
  switch (action.kind) {
    case 'write': {
      const secret = action.isConfidential ? ', of a confidential order' : ''
      const shared = action.coUnits.length > 0 ? `, touching the ${action.coUnits.join()}` : ''
      const what = `${action.key} (${action.library} of the ${action.unit}${secret}${shared})`
      return `${who} writes ${what}: ${describe(action.text)}`
    }
    case 'save':
      return `${who} saves ${action.entry}: ${describe(action.change)}${odd(action.startedFrom, action.crafted)}`
    case 'open':
      return `${who} opens ${action.entry} to review it`
    case 'step':
      return `${who} takes the step ${action.step} on ${action.entries.join(' and ')}${details(action)}`
    case 'door':
      return `${who} tries the side door ${action.door} on ${action.entry}`
    case 'tell': {
      const where = action.isPublic ? ' as a citizen' : ''
      return `${who} tells of the ${action.what} ${action.key}${aboutTask(action)}${where}`
    }
    case 'task': {
      const seen = action.seen === 'other' ? ', having seen another state' : ''
      return `${who} takes the step ${action.step} of the task ${action.task}${aboutTask(action)}${seen}`
    }
    case 'look':
      return `${who} opens the text of the task ${action.task}`
    case 'setting':
      return `${who} switches 修改已审批信息须先退回 ${action.isOn ? 'on' : 'off'} for ${action.library}`
  }
}

function details(action: StepAction): string {
  const { step } = action
  const more: string[] = []
  if (action.isSeveral) more.push('in a list')
  if (step === 'open' || step === 'close') more.push(`to ${action.to}`)
  if (step === 'approve' && action.reopen) more.push('reopening what was closed')
  if ((step === 'approve' || step === 'publish') && !action.isConfirmed) more.push('unconfirmed')
  if (step === 'return' && !action.staysOnline) more.push('taking it offline')
  if (step === 'withdraw') more.push(`as ${action.why} ${action.successor ?? ''}`.trim())
  if (step === 'saveDirectly') more.push(describe(action.change))
  if (!action.hasReason) more.push('without a reason')
  return (more.length > 0 ? `: ${more.join(', ')}` : '') + odd(action.revision, action.crafted)
}

const odd = (revision: string, crafted: string | null) =>
  (revision === 'latest' ? '' : `, of ${revision === 'none' ? 'no' : 'a stale'} revision`) +
  (crafted ? `, with ${crafted} in the body` : '')

function describe(text: Change | Text): string {
  const told = [
    text.words && `text ${text.words}`,
    text.isFilled === false && 'incomplete',
    text.units !== undefined && `open to units ${String(text.units)}`,
    text.public !== undefined && `open to the public ${String(text.public)}`,
    text.hasFile && 'with a file',
    text.validity !== undefined && text.validity !== 'always' && `valid ${text.validity}`,
  ]
  return told.filter(Boolean).join(', ')
}
