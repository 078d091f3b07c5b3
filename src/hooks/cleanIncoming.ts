import type { CollectionConfig, GlobalConfig } from 'payload'
import { cleaned } from '@/cleanText'

/** First of all hooks: what they look at is what will be stored. */
const cleanIncoming = <Args extends object>({ args }: { args: Args }): Args =>
  'data' in args ? { ...args, data: cleaned(args.data) } : args

/** Collections and globals whose text is cleaned, whichever way it comes. */
export const withCleanText = <Config extends CollectionConfig | GlobalConfig>(
  config: Config,
): Config => ({
  ...config,
  hooks: {
    ...config.hooks,
    beforeOperation: [cleanIncoming, ...(config.hooks?.beforeOperation ?? [])],
  },
})
