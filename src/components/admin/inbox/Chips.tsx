import { Link } from '@payloadcms/ui'
import { libraries } from '@/access/rules'
import { taskKinds } from '@/access/tasks'
import { dashboardTexts } from '@/i18n/adminPages'
import { inboxTexts } from '@/i18n/inbox'
import type { Language } from '@/i18n/language'
import { sharedTexts } from '@/i18n/shared'
import { taskTexts } from '@/i18n/tasks'
import { askedFor } from '@/workflow/telling/askings'
import { inboxPath } from '../addresses'
import { Count } from '../parts'
import { isShown, type InboxItem } from './inboxItems'
import { inboxAsked } from './inboxOf'

type Props = {
  items: readonly InboxItem[]
  /** As many as the bell says. */
  unread: number
  query: Record<string, unknown>
  language: Language
}

type Chip = { name: string; query: Record<string, string>; n?: number }

/** By kind of decision, library and kind of task, and what is unread; of each how many. What holds nothing is left out. */
export function Chips({ items, unread, query, language }: Props) {
  const texts = inboxTexts[language]
  const chips: Chip[] = [
    { name: dashboardTexts[language].all, query: {} },
    ...askedFor.map((step) => ({ name: texts.steps[step], query: { step } })),
    ...libraries.map((library) => ({
      name: sharedTexts[language].library[library] ?? '',
      query: { library },
    })),
    { name: texts.tasks, query: { tasks: 'yes' } },
    ...taskKinds.map((kind) => ({ name: taskTexts[language].kinds[kind], query: { kind } })),
    { name: texts.messages, query: { messages: 'yes' }, n: unread },
  ]
  const chosen = JSON.stringify(inboxAsked(query))
  const counted = chips.map(({ name, query, n }) => {
    const asked = inboxAsked(query)
    return {
      ...{ name, query, isAll: Object.keys(query).length === 0 },
      isChosen: JSON.stringify(asked) === chosen,
      n: n ?? items.filter((item) => isShown(item, asked)).length,
    }
  })
  return (
    <nav className="zk-filter" aria-label={texts.narrow}>
      {counted
        .filter(({ n, isChosen, isAll }) => n > 0 || isChosen || isAll)
        .map(({ name, query, n, isChosen, isAll }) => (
          <Link
            key={name}
            href={isAll ? inboxPath : `${inboxPath}?${new URLSearchParams(query)}`}
            prefetch={false}
            aria-current={isChosen ? 'page' : undefined}
          >
            {name} <Count n={n} />
          </Link>
        ))}
    </nav>
  )
}
