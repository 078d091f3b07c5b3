import type { ViewsWanted } from '@/workflow/usage/viewsWanted'

/** The record, or its file, narrowed to this. */
export const viewsAddress = (wanted: ViewsWanted = {}, path = '/admin/views'): string =>
  Object.keys(wanted).length > 0 ? `${path}?${new URLSearchParams(wanted)}` : path
