import { Refused } from '@/workflow/Refused'
import { statisticsAnswer } from '@/workflow/reporting/asAnswer'
import { readAlerts } from '@/workflow/usage/demand/readAlerts'
import { readSearches } from '@/workflow/usage/readSearches'
import { readViews } from '@/workflow/usage/readViews'
import type { Asked } from './client'
import { alertsIn, searchesIn, statisticsIn, viewingIn } from './parameters'

/** 浏览记录 is for people: a system reads no record of who read what. */
export const views = (asked: Asked) =>
  readViews(asked.payload, personOf(asked), viewingIn(asked.query))

/** 检索记录: the same of what was asked. */
export const searches = (asked: Asked) =>
  readSearches(asked.payload, personOf(asked), searchesIn(asked.query))

/** 异常热度: what was asked or read far more than usual. */
export const alerts = (asked: Asked) =>
  readAlerts(asked.payload, personOf(asked), alertsIn(asked.query))

/** 知识库统计: of people too, each within what they see. */
export const statistics = (asked: Asked) =>
  statisticsAnswer(asked.payload, personOf(asked), statisticsIn(asked.query))

/** Who asks, where it is a person. */
export function personOf({ session }: Pick<Asked, 'session'>) {
  if (session?.kind !== 'person') throw new Refused('notAllowed')
  return session
}
