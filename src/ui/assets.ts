import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { projectFolder } from '../config.ts'
import type { Supplier } from '../supplier.ts'
import type { Asset } from '../web/assets.ts'

const here = path.join(projectFolder, 'src', 'ui')
const svg = 'image/svg+xml'
const javascript = 'text/javascript; charset=utf-8'

/** Everything that a page loads: one style sheet in the supplier's colour, htmx, our own few enhancements, the logo. */
export function cabinetAssets(supplier: Supplier): Asset[] {
  const styles = path.join(here, 'styles')
  const sheets = readdirSync(styles)
    .sort()
    .map(file => readFileSync(path.join(styles, file), 'utf8'))
  const enhancements = path.join(here, 'enhancements')
  const scripts = readdirSync(enhancements)
    .sort()
    .map(file => readFileSync(path.join(enhancements, file), 'utf8'))
  return [
    {
      name: 'cabinet.css',
      type: 'text/css; charset=utf-8',
      body: [`:root { --supplier: ${supplier.accent}; }\n`, ...sheets].join('\n'),
    },
    { name: 'enhance.js', type: javascript, body: scripts.join('\n') },
    {
      name: 'htmx.js',
      type: javascript,
      body: readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')),
    },
    { name: 'logo.svg', type: svg, body: coloured(supplier.logo, supplier.accent) },
    { name: 'logo-dark.svg', type: svg, body: coloured(supplier.logo, lighter(supplier.accent)) },
  ]
}

const coloured = (logo: string, colour: string) => logo.replaceAll('currentColor', colour)

/** The accent half-way to white, for dark pages. */
function lighter(accent: string): string {
  const halves = [1, 3, 5].map(at => Math.round((Number.parseInt(accent.slice(at, at + 2), 16) + 255) / 2))
  return `#${halves.map(value => value.toString(16).padStart(2, '0')).join('')}`
}
