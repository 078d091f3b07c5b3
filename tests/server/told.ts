import { askServer } from '@/jobs/askServer'

/** What `npm run doctor` and the like do beside a running server. */
export const told = (dataDir: string, command: string) =>
  askServer(
    { command, args: [], folder: dataDir },
    { dataDir, report: () => {}, signal: new AbortController().signal },
  )
