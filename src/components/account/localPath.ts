/** A path of this site, else the fallback: nobody is led elsewhere after signing in. */
export function localPath(to: string | undefined, fallback: string): string {
  const here = 'http://here.invalid'
  if (!to?.startsWith('/') || !URL.canParse(to, here)) return fallback
  const url = new URL(to, here)
  return url.origin === here ? url.pathname + url.search : fallback
}
