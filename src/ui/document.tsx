import type { ComponentChildren } from 'preact'
import { routes } from '../routes.ts'
import type { Face } from './face.ts'

/** htmx asks nothing of the page's policy: no inline style, no eval. */
const htmxSettings = JSON.stringify({
  includeIndicatorCSS: false,
  includeIndicatorStyles: false,
  allowEval: false,
  history: false,
})

export interface DocumentProps {
  face: Face
  title: string
  /** A form came back with faults: screen readers hear it first, in the title. */
  faulty?: boolean
  /** Seconds after which a browser without JavaScript asks again. */
  refreshAfter?: number
  children: ComponentChildren
}

/** The HTML document around every page. */
export function Document({ face, title, faulty = false, refreshAfter, children }: DocumentProps) {
  const { t, supplier } = face
  return (
    <html lang="uk">
      <head>
        <meta charset="utf-8" />
        <title>{`${faulty ? t.shell.errorTitle(title) : title} – ${supplier.short_name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="htmx-config" content={htmxSettings} />
        {refreshAfter !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshAfter)} />
          </noscript>
        )}
        <link rel="icon" href={face.asset('logo.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={face.asset('cabinet.css')} />
        <script src={face.asset('htmx.js')} defer />
        <script src={face.asset('enhance.js')} defer />
      </head>
      <body data-show-password={t.shell.showPassword} data-hide-password={t.shell.hidePassword}>
        <a class="skip" href="#content">
          {t.shell.skip}
        </a>
        {face.demo && <DemoMark face={face} />}
        {children}
      </body>
    </html>
  )
}

function DemoMark({ face }: { face: Face }) {
  return (
    <p class="demo-mark">
      {face.t.shell.demo} <a href={routes.demoOutbox.to()}>{face.t.shell.demoOutbox}</a>
    </p>
  )
}
