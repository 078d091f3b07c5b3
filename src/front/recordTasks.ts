import { createLocalReq } from 'payload'
import { forPeople } from '@/i18n/refusals'
import { Refused } from '@/workflow/Refused'
import { tellCitizensCorrection, tellCitizensGap } from '@/workflow/tasks/report'
import type { Asked } from './client'

/** 纠错 of a citizen: what is wrong in an answer they read; nothing of them is kept but their words, without numbers. */
export async function correction({ payload, query, client }: Asked) {
  if (client.isRobot) throw new Refused('notAllowed', forPeople)
  const req = await createLocalReq({}, payload)
  const told = await tellCitizensCorrection(req, Object.fromEntries(query), new Date())
  return { number: told.number, receipt: told.receipt }
}

/** 知识缺口 of a citizen: what they asked and did not find. */
export async function gap({ payload, query, client }: Asked) {
  if (client.isRobot) throw new Refused('notAllowed', forPeople)
  const req = await createLocalReq({}, payload)
  const told = await tellCitizensGap(req, Object.fromEntries(query), new Date())
  return { number: told.number, receipt: told.receipt }
}
