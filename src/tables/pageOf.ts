import type { FindArgs, PaginatedDocs } from 'payload'

/** A part of them with the figures Payload's own pages have; 0 is no limit. */
export function pageOf(
  ids: readonly string[],
  asked: Pick<FindArgs, 'limit' | 'page' | 'pagination'>,
): PaginatedDocs<string> {
  const limit = asked.limit ?? 0
  if (asked.pagination === false || limit === 0) {
    const docs = limit === 0 ? [...ids] : ids.slice(0, limit)
    return {
      docs,
      ...figures(docs.length, { page: 1, limit: docs.length || 1 }),
      limit: docs.length,
    }
  }
  const page = Math.max(1, asked.page ?? 1)
  const docs = ids.slice((page - 1) * limit, page * limit)
  return { docs, ...figures(ids.length, { page, limit }), limit }
}

function figures(totalDocs: number, { page, limit }: { page: number; limit: number }) {
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit))
  const hasPrevPage = page > 1
  const hasNextPage = page < totalPages
  return {
    ...{ totalDocs, totalPages, page, hasPrevPage, hasNextPage },
    pagingCounter: (page - 1) * limit + 1,
    prevPage: hasPrevPage ? page - 1 : null,
    nextPage: hasNextPage ? page + 1 : null,
  }
}
