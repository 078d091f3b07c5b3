import type { Payload } from 'payload'
import { seedOnce } from '../seedOnce'
import { presetThemes } from './presetThemes'

/** 主题 a city begins with. */
export const seedThemes = (payload: Payload): Promise<void> =>
  seedOnce(payload, {
    ...{ collection: 'keptThemes', given: 'presetThemes' },
    rows: presetThemes.map((theme) => ({ ...theme, isOff: false })),
  })
