/** The versions of an entry, or one of them. */
export const versionsAddress = (library: string, id: string, version?: string): string =>
  `/admin/collections/${library}/${id}/versions${version ? `/${version}` : ''}`
