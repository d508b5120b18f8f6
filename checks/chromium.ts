import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Chromium as our tests start it: without a sandbox (root has none) and without asking its maker's servers anything. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where a Chromium stands on this machine, or null. */
export function chromiumPath(): string | null {
  return places.find(existsSync) ?? null
}

/** Installs Debian's Chromium where it is missing and we may. Gives what a person must do instead, or ''. */
export function bringChromium(): string {
  if (chromiumPath() !== null) return ''
  const may = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!may) return 'The journeys need Chromium: install it, on Debian by `sudo apt-get install chromium`'
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env: environment })
  const run = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    encoding: 'utf8',
    env: environment,
  })
  return chromiumPath() === null ? `Chromium could not be installed: ${run.stderr}` : ''
}
