import type { DemoEntry, Topic } from '../shape'
import { units, type DemoUnit } from './tree'

type Detail = DemoEntry & { topic: Topic }

/** The entries 机构设置、班子成员、办公地址、联络方式, made from what the tree knows of a unit. */
export const details: readonly Detail[] = units.flatMap((unit) =>
  unit.kind === 'department'
    ? [organisation(unit), leaders(unit), office(unit), contact(unit)].filter((entry) => !!entry)
    : [],
)

function about(unit: DemoUnit, daysAgo: number) {
  return {
    unit: unit.key,
    category: 'details',
    open: 'public',
    state: { approved: daysAgo },
  } as const
}

function organisation(unit: DemoUnit): Detail | null {
  if (!unit.mission || !unit.offices) return null
  return {
    ...about(unit, 170),
    topic: 'organisation',
    title: `${unit.name}的机构设置是怎样的？`,
    summary: `${unit.name}${unit.mission}内设${unit.offices.map(nameOf).join('、')}。`,
    body: [{ p: `${unit.name}${unit.mission}` }, { h: '内设机构' }, { list: unit.offices }],
    keywords: ['机构设置', '科室', '职责分工'],
  }
}

function leaders(unit: DemoUnit): Detail | null {
  if (!unit.leaders) return null
  return {
    ...about(unit, 165),
    // Who leads a unit is for agents and other units to route a call by; the website names no one.
    open: 'units',
    topic: 'leaders',
    title: `${unit.name}的班子成员有哪些？`,
    summary: `${unit.name}设${unit.leaders.map(nameOf).join('、')}，分工见正文。转办领导批示件请送综合科室登记。`,
    body: [{ h: '分工' }, { list: unit.leaders }],
    keywords: ['班子成员', '领导分工'],
    reviewBy: 20,
  }
}

function office(unit: DemoUnit): Detail | null {
  // The other county bodies still owe it: a missing one is something to find in the lists.
  if (!unit.mission && !unit.key.endsWith('-gov')) return null
  const { address, phone, hours } = unit
  return {
    ...about(unit, 160),
    topic: 'office',
    title: `${unit.name}的办公地址在哪里？`,
    summary: `${unit.name}在${address}，办公时间：${hours}。`,
    body: [{ p: `地址：${address}` }, { p: `办公时间：${hours}` }],
    contact: { address, phone, hours },
    keywords: ['地址', '办公时间', '怎么去'],
  }
}

function contact(unit: DemoUnit): Detail {
  const { address, phone, hours } = unit
  return {
    ...about(unit, 158),
    topic: 'contact',
    title: `${unit.name}的联络方式是什么？`,
    summary: `${unit.name}电话：${phone}。办公时间：${hours}。`,
    body: [{ p: `电话：${phone}` }, { p: `地址：${address}` }, { p: `办公时间：${hours}` }],
    contact: { address, phone, hours },
    keywords: ['电话', '联系方式'],
  }
}

function nameOf(line: string): string {
  return line.slice(0, line.indexOf('：'))
}
