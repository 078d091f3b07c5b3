import type { noticeKinds } from '@/access/rules'

export const noticeKindNames: Record<(typeof noticeKinds)[number], { zh: string; en: string }> = {
  announcement: { zh: '通知公告', en: 'Announcement' },
  letterStatistics: { zh: '来信统计', en: 'Letter statistics' },
  workBrief: { zh: '工作简报', en: 'Work brief' },
  news: { zh: '新闻公告', en: 'News' },
}
