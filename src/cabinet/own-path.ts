import { routes } from '../routes.ts'

/** A path of ours to go on to: what may lead elsewhere, or back to signing in, becomes the home page. */
export function ownPath(next: unknown): string {
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, here))
    return routes.home.to()
  const url = new URL(next, here)
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname.startsWith('/auth/'))
    return routes.home.to()
  return url.pathname + url.search
}

const here = 'http://ourselves.invalid'
