/** Called by Next once before it serves. The condition keeps Node's modules out of the edge bundle. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { serve } = await import('./jobs/serve')
    await serve()
  }
}
