/** A theme a city begins with; its id is what addresses say. */
export type PresetTheme = { id: string; title: string; order: number }

/** Events of life in the order of a life, as 政务服务事项 are sorted by 主题 for natural persons (个人办事). */
const titles = {
  ...{ birth: '生育', school: '上学', work: '就业', business: '创业', marriage: '婚姻' },
  ...{ housing: '住房', health: '看病', insurance: '社保', identity: '户籍证件' },
  ...{ travel: '出行', retirement: '养老', aid: '困难帮扶', farewell: '身后事' },
} as const

export const presetThemes: readonly PresetTheme[] = Object.entries(titles).map(
  ([id, title], at) => ({ id, title, order: at + 1 }),
)

export type PresetKey = keyof typeof titles
