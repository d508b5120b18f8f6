import type { ComponentChildren } from 'preact'
import { routes } from '../routes.ts'
import { Document } from './document.tsx'
import type { Face } from './face.ts'
import { Footer } from './footer.tsx'
import { Logo } from './logo.tsx'
import { PhoneLink } from './phone-link.tsx'

interface StartLayoutProps {
  face: Face
  title: string
  faulty?: boolean
  children: ComponentChildren
}

/** A signed-out page: the form, and beside it the manual's panel of what the cabinet gives. */
export function StartLayout({ face, title, faulty = false, children }: StartLayoutProps) {
  return (
    <Document face={face} title={title} faulty={faulty}>
      <header class="top">
        <div class="top-inner">
          <Logo face={face} />
          <PhoneLink phone={face.supplier.phone} />
        </div>
      </header>
      <div class="start">
        <main id="content" class="start-form card" tabIndex={-1}>
          {children}
        </main>
        <Panel face={face} />
      </div>
      <Footer face={face} />
    </Document>
  )
}

function Panel({ face: { t, supplier } }: { face: Face }) {
  return (
    <aside class="panel">
      <p class="notice">
        {t.start.paymentsAfter.before}{' '}
        <span class="sum">{t.start.paymentsAfter.day(supplier.calendar.charges_ready_day)}</span>{' '}
        {t.start.paymentsAfter.after}
      </p>
      <h2>{t.start.givesTitle}</h2>
      <ul class="ticks">
        {t.start.gives.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="hint">{t.start.payNote}</p>
      <h2>{t.start.howTitle}</h2>
      <ol class="steps">
        {t.start.how.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p class="hint">{t.start.forgot}</p>
      <h2>{t.start.phonesTitle}</h2>
      <ul class="plain">
        {supplier.contact_centre.map(line => (
          <li key={line.label}>
            {t.start.phonesOf(line.label)}{' '}
            {line.phones.map((phone, at) => (
              <>
                {at > 0 && ', '}
                <PhoneLink phone={phone} />
              </>
            ))}
          </li>
        ))}
      </ul>
      <p>
        <a href={routes.contacts.to()}>{t.start.allContacts}</a>
      </p>
    </aside>
  )
}
