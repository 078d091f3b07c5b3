import type { CategoryKey, Topic } from '@/access/rules'

/** Standard categories; the only one of a township is called 乡镇详情. */
export const categoryNames: Record<CategoryKey, { zh: string; en: string }> = {
  details: { zh: '部门详情', en: 'About the department' },
  duties: { zh: '职能职责', en: 'Duties' },
  powers: { zh: '行政权力', en: 'Administrative powers' },
  services: { zh: '公共服务', en: 'Public services' },
  policies: { zh: '政策法规解读', en: 'Policies and regulations' },
  hotspots: { zh: '热点信息', en: 'Hot topics' },
}

export const townshipDetails = { zh: '乡镇详情', en: 'About the township' }

/** The questions of the four entries every unit begins with. */
export const topicTitles: Record<Topic, (unit: string) => string> = {
  organisation: (unit) => `${unit}的机构设置是怎样的？`,
  leaders: (unit) => `${unit}的班子成员有哪些？`,
  office: (unit) => `${unit}的办公地址在哪里？`,
  contact: (unit) => `${unit}的联络方式是什么？`,
}
