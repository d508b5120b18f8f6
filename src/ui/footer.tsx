import type { Face } from './face.ts'

/** Who stands behind the page, and whom to call when it smells of gas. */
export function Footer({ face: { t, supplier } }: { face: Face }) {
  return (
    <footer class="foot">
      <p>{supplier.name}</p>
      <p>
        {t.shell.emergency}: <a href={`tel:${t.shell.emergencyNumber}`}>{t.shell.emergencyNumber}</a>
      </p>
    </footer>
  )
}
