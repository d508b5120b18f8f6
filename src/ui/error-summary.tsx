import type { Texts } from '../texts/texts.ts'
import type { Faults } from '../web/form.ts'
import { fieldId } from './field.tsx'

/** At the top of a form that came back: every fault, each a link to its field. Takes the focus. */
export function ErrorSummary({ t, faults }: { t: Texts; faults: Faults }) {
  const all = Object.entries(faults)
  if (all.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} id="error-summary" data-focus="">
      <h2>{t.shell.errorSummary}</h2>
      <ul>
        {all.map(([name, message]) => (
          <li key={name}>{name === '' ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
