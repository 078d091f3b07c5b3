import { hotspotPlacementKinds } from '@/access/searching'
import { serverText } from '@/fields/server'
import { keepHotspot } from '@/hooks/centre'
import { hotspotPlacementNames } from '@/i18n/records'
import { ofTheCentre } from './closed'
import { chosenEntry, placedBecause, placementOrder } from './searching'

/** 热点干预: an entry that stands first among the hotspots, or not at all. Who may see it is decided elsewhere. */
export const HotspotPlacements = ofTheCentre({
  slug: 'hotspotPlacements',
  labels: {
    singular: { zh: '热点干预', en: 'Placed hotspot' },
    plural: { zh: '热点干预', en: 'Placed hotspots' },
  },
  useAsTitle: 'entryTitle',
  keep: keepHotspot,
  fields: [
    ...chosenEntry,
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { zh: '方式', en: 'What' },
      options: hotspotPlacementKinds.map((value) => ({
        value,
        label: hotspotPlacementNames[value],
      })),
      admin: {
        description: {
          zh: '置顶：排在热点的最前；隐藏：不在热点里出现，查询照常。看不到该内容的读者仍然看不到。',
          en: 'A pin puts it first, hidden it stands in no hotspots; search goes on as it is. Nobody sees what they may not see.',
        },
      },
    },
    placementOrder({ zh: '有几条置顶时，小的在前', en: 'The lowest comes first' }),
    ...placedBecause,
    // One placement of an entry, on every database.
    serverText('slot', { unique: true }),
    serverText('by'),
  ],
})
