import { createHash } from 'node:crypto'
import type { estypes } from '@elastic/elasticsearch'
import { hotlineWords } from '../../text/words'

/** Raised whenever the mapping or the way text is indexed changes: an index of another version is made anew. */
const VERSION = '4'

/** Stands for the mapping and the words the text was cut with; an index carries it. */
export const stamp = createHash('sha256')
  .update([VERSION, ...hotlineWords].join('\n'))
  .digest('hex')
  .slice(0, 12)

/** Text comes cut into words by us, so that the server needs no plugin. */
const words = { type: 'text', analyzer: 'whitespace' } as const
/** Counted in `all`, for how rare a word is. */
const countedWords = { ...words, copy_to: 'all' } as const
/** Looked for, never scored. */
const unscored = { ...words, norms: false } as const
const fact = { type: 'keyword' } as const
const instant = { type: 'long' } as const
const yesOrNo = { type: 'boolean' } as const
/** Given back as it came. */
const kept = { type: 'object', enabled: false } as const
const stored = { type: 'text', index: false, store: true } as const

/** `kept` holds what is shown, `forms` what a hit is scored again by; what is only searched is not given back. */
export const mappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  _meta: { stamp },
  _source: {
    includes: [...['version', 'removed', 'unit', 'approvedAt', 'kept', 'forms', 'filling']],
  },
  properties: {
    id: fact,
    version: { type: 'long' },
    /** A removal, remembered with its version: Elasticsearch itself forgets one after a minute. */
    removed: yesOrNo,
    library: fact,
    unit: fact,
    /** The unit and the one above it: asking for one finds what lies below it. */
    units: fact,
    category: fact,
    themes: fact,
    openToUnits: yesOrNo,
    openToPublic: yesOrNo,
    validFrom: instant,
    validUntil: instant,
    approvedAt: instant,
    title: countedWords,
    questions: countedWords,
    keywords: countedWords,
    summary: countedWords,
    beside: countedWords,
    text: countedWords,
    unitName: countedWords,
    figures: countedWords,
    all: { ...words, norms: false, index_options: 'docs' as const },
    titlePinyin: words,
    titleInitials: words,
    titleCharacters: words,
    namesPinyin: words,
    namesInitials: words,
    /** What is required word for word, or may stand inside words, each part of the text by itself. */
    literal: unscored,
    /** The title and the other questions, each to complete what is being typed. */
    offered: {
      type: 'nested',
      properties: {
        // Stored apart: reading the whole document for each of many would take longer than finding them.
        kind: stored,
        text: stored,
        bare: stored,
        length: { type: 'integer' },
        pinyin: unscored,
        initials: unscored,
        characters: unscored,
      },
    },
    kept,
    forms: kept,
    filling: kept,
  },
}

/** A copy is kept wherever there is a second machine to keep it on. */
export const inUse = { auto_expand_replicas: '0-1', refresh_interval: '1s' }

/** Neither searched nor copied until it is full. */
export const beingFilled = {
  auto_expand_replicas: 'false',
  number_of_replicas: 0,
  refresh_interval: '-1',
}

/** So that scores and counts are those of the whole. */
export const oneShard = { number_of_shards: 1 }
