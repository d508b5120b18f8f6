import type { Face } from '../../ui/face.ts'
import { SupplierNotice } from '../../ui/notice.tsx'
import { PhoneLink } from '../../ui/phone-link.tsx'
import { type Dso, dsosOf } from './dsos.ts'

/** Address, telephones, hours: all from the supplier's folder. */
export function Facts({ face: { t, supplier } }: { face: Face }) {
  return (
    <dl class="facts contact-facts">
      <dt>{t.contacts.address}</dt>
      <dd>{supplier.address}</dd>
      <dt>{t.contacts.centre}</dt>
      <dd>
        {supplier.contact_centre.map(({ label, phones }) => (
          <div key={label}>
            {label}
            {phones.map(phone => (
              <span key={phone}>
                {' '}
                <PhoneLink phone={phone} />
              </span>
            ))}
          </div>
        ))}
      </dd>
      <dt>{t.contacts.hours}</dt>
      <dd>
        {supplier.hours.map(line => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </dl>
  )
}

/** The standing notice: the supplier may not take readings; who does, in each branch. */
export function NoReadings({ face: { t, supplier } }: { face: Face }) {
  return (
    <section class="no-readings notice notice-warning" aria-labelledby="no-readings">
      <h2 id="no-readings">{t.contacts.noReadings}</h2>
      <SupplierNotice html={supplier.notices.readings} />
      <h3>{t.contacts.callDso}</h3>
      <DsoList t={t} dsos={dsosOf(supplier, [])} />
    </section>
  )
}

/** Whom to call with readings. */
export function DsoList({ t, dsos }: { t: Face['t']; dsos: readonly Dso[] }) {
  return (
    <ul class="plain">
      {dsos.map(({ name, phone, site, branches }) => (
        <li key={name}>
          {t.contacts.dso(branches.join(', '), name)} <PhoneLink phone={phone} />
          {site !== null && (
            <>
              {', '}
              <a href={site}>{new URL(site).hostname}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
