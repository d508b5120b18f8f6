import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { Field } from '../../ui/field.tsx'
import { SupplierNotice } from '../../ui/notice.tsx'
import type { FilledForm } from '../../web/form.ts'
import { AddressFields } from './address-fields.tsx'
import type { AddressLists } from './address-lists.ts'

export interface AddPageProps {
  face: Face
  side: SideAccount[]
  lists: AddressLists
  form: FilledForm
  focusNext?: boolean
}

/** The address cascade and the account's number. */
export function AddPage({ face, side, lists, form, focusNext = false }: AddPageProps) {
  const { t, supplier } = face
  const words = t.accounts.add
  const isOpen = lists.flat.length === 0
  return (
    <CabinetLayout
      face={face}
      title={words.title}
      section={null}
      accounts={side}
      chosen={null}
      faulty={Object.keys(form.faults).length > 0}
    >
      <h1>{words.title}</h1>
      <ErrorSummary t={t} faults={form.faults} />
      <form class="card add-account" method="post" action={routes.accounts.to()} noValidate>
        <p class="hint">{words.intro}</p>
        <div id="address">
          <AddressFields face={face} lists={lists} form={form} focusNext={focusNext} />
        </div>
        {isOpen && <More hint={words.moreHint} submit={words.more} />}
        <Field
          name="number"
          label={t.address.accountNumber}
          inputMode="numeric"
          autocomplete="off"
          maxLength={40}
          hint={words.numberHint}
          form={form}
        />
        <div class="buttons">
          <button class="button" type="submit">
            {words.submit}
          </button>
          <button class="button button-quiet" type="submit" form="cancel">
            {words.cancel}
          </button>
        </div>
        {!isOpen && <More hint={words.againHint} submit={words.again} />}
      </form>
      {/* a form of its own, so that nothing typed goes along */}
      <form id="cancel" action={routes.home.to()} />
      <section class="absent-address">
        <h2>{words.absentTitle}</h2>
        <SupplierNotice html={supplier.notices['address-missing']} />
        <p>
          <a href={routes.contacts.to({ about: 'missing-address' })}>{words.absentLink}</a>
        </p>
      </section>
    </CabinetLayout>
  )
}

/**
 * Where no script runs, the next list comes by this button; by POST, so that the number never stands in an address.
 * Once the address is whole it brings the lists of another. It stands before «Додати», and so answers Enter, only as long as the address is unfinished.
 */
function More({ hint, submit }: { hint: string; submit: string }) {
  return (
    <noscript>
      <p class="hint more-lists">{hint}</p>
      <p>
        <button class="button button-quiet" type="submit" formaction={routes.addAccount.to()}>
          {submit}
        </button>
      </p>
    </noscript>
  )
}
