import { hotspotPlacementKinds, placementKinds, termKinds } from '@/access/searching'
import { hotspotPlacementNames, searchTexts } from '@/i18n/records'
import {
  because,
  by,
  changed,
  dash,
  entry,
  kindIn,
  query,
  searchesQuery,
  type RecordListOf,
} from './columns'

const { kinds, placements } = searchTexts

/** What the centre keeps of search and of hotspots. */
export const searchLists: readonly RecordListOf[] = [
  {
    ...{ slug: 'terms', page: 'terms', sort: '-updatedAt' },
    title: { name: 'title', label: { zh: '词语', en: 'Words' } },
    columns: [
      {
        name: 'kind',
        label: { zh: '类型', en: 'Kind' },
        of: ({ kind }, language) => kindIn(kinds, kind, language),
      },
      { name: 'note', label: { zh: '备注', en: 'Note' }, of: ({ note }) => dash(note) },
      by,
      changed,
    ],
    searched: ['title', 'note'],
    search: { zh: '查找词语或备注', en: 'Search by word or note' },
    filter: {
      ...{ name: 'kind', label: { zh: '类型', en: 'Kind' } },
      options: termKinds.map((value) => ({ value, label: kinds[value] })),
    },
  },
  {
    ...{ slug: 'placements', page: 'placements', sort: '-updatedAt' },
    title: query,
    columns: [
      {
        name: 'kind',
        label: { zh: '方式', en: 'What' },
        of: ({ kind }, language) => kindIn(placements, kind, language),
      },
      entry,
      ...because,
    ],
    searched: ['query', 'entryTitle', 'number', 'reason'],
    search: searchesQuery,
    filter: {
      ...{ name: 'kind', label: { zh: '方式', en: 'What' } },
      options: placementKinds.map((value) => ({ value, label: placements[value] })),
    },
  },
  {
    ...{ slug: 'hotspotPlacements', page: 'hotspotPlacements', sort: '-updatedAt' },
    title: entry,
    columns: [
      {
        name: 'kind',
        label: { zh: '方式', en: 'What' },
        of: ({ kind }, language) => kindIn(hotspotPlacementNames, kind, language),
      },
      ...because,
    ],
    searched: ['entryTitle', 'number', 'reason'],
    search: { zh: '查找标题、编号或原因', en: 'Search by title, number or reason' },
    filter: {
      ...{ name: 'kind', label: { zh: '方式', en: 'What' } },
      options: hotspotPlacementKinds.map((value) => ({
        value,
        label: hotspotPlacementNames[value],
      })),
    },
  },
  {
    ...{ slug: 'judgements', page: 'judgements', sort: '-updatedAt' },
    title: query,
    columns: [entry, by, changed],
    searched: ['query', 'entryTitle', 'number'],
    search: searchesQuery,
  },
]
