import { routes } from '../routes.ts'
import type { Face } from './face.ts'

/** Who stands behind the page, where to find them, and whom to call when it smells of gas. */
export function Footer({ face: { t, supplier } }: { face: Face }) {
  return (
    <footer class="foot">
      <p>{supplier.name}</p>
      <p>
        <a href={routes.contacts.to()}>{t.shell.contacts}</a>
      </p>
      <p>
        {t.shell.emergency}: <a href={`tel:${t.shell.emergencyNumber}`}>{t.shell.emergencyNumber}</a>
      </p>
    </footer>
  )
}
