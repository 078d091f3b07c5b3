import type { Route } from './routes'

export type Match = { route: Route; params: Record<string, string> }

/** Compiles the table once; a path that cannot be decoded matches nothing. */
export function createMatcher(routes: readonly Route[]): (path: string) => Match | null {
  const compiled = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
  }))
  return (path) => {
    for (const { route, pattern } of compiled) {
      const found = pattern.exec(path)
      const params = found && decoded(found.groups ?? {})
      if (params) return { route, params }
    }
    return null
  }
}

function decoded(groups: Record<string, string>): Record<string, string> | null {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    )
  } catch {
    return null
  }
}
