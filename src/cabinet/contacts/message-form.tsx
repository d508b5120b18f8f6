import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { Face } from '../../ui/face.ts'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { SupplierNotice } from '../../ui/notice.tsx'
import type { FilledForm } from '../../web/form.ts'
import type { Dso } from './dsos.ts'
import { DsoList } from './facts.tsx'
import { longestBody, longestSubject } from './form.ts'

export interface MessageFormProps {
  face: Face
  form: FilledForm
  /** The accounts that a message can be about. */
  accounts: readonly HeldAccount[]
  /** Whom to give readings: the DSOs of the person's branches, or all. */
  dsos: readonly Dso[]
  /** It looked like meter readings: the reason is shown, and a second button sends it all the same. */
  stopped: boolean
  /** The person's address isn't in the lists: the form is filled in for that. */
  missingAddress: boolean
}

/** The form «Тема», «Текст повідомлення». */
export function MessageForm(props: MessageFormProps) {
  const { face, form, accounts, dsos, stopped, missingAddress } = props
  const { t, supplier } = face
  const words = t.contacts
  return (
    <section class="card" aria-labelledby="write">
      <h2 id="write">{words.write}</h2>
      <ErrorSummary t={t} faults={form.faults} />
      {stopped && <Stopped face={face} dsos={dsos} />}
      {missingAddress && (
        <>
          <SupplierNotice html={supplier.notices['address-missing']} />
          <p>{words.missingAddress.hint}</p>
        </>
      )}
      <form method="post" action={routes.messages.to()} noValidate>
        {missingAddress && <input type="hidden" name="about" value="missing-address" />}
        <Field
          name="subject"
          label={words.subject}
          maxLength={longestSubject}
          initial={missingAddress ? words.missingAddress.subject : ''}
          form={form}
        />
        {accounts.length > 0 && !missingAddress && (
          <Select
            name="account"
            label={words.account}
            placeholder={words.noAccount}
            hint={words.accountHint}
            options={accounts.map(({ id, number, ownName }) => ({
              value: String(id),
              text: ownName === '' ? number : `${number}, ${ownName}`,
            }))}
            form={form}
          />
        )}
        <TextArea
          name="body"
          label={words.body}
          rows={8}
          maxLength={longestBody}
          initial={missingAddress ? addressTemplate(face) : ''}
          form={form}
        />
        <div class="buttons">
          <button class="button" type="submit">
            {words.submit}
          </button>
          {stopped && (
            <button class="button button-quiet" type="submit" name="insisted" value="yes">
              {words.insist}
            </button>
          )}
        </div>
      </form>
    </section>
  )
}

/** Why a message with readings was stopped, and whom to call instead. Takes the focus. */
function Stopped({ face: { t }, dsos }: { face: Face; dsos: readonly Dso[] }) {
  return (
    <div class="error-summary readings-stopped" role="alert" tabIndex={-1} id="error-summary" data-focus="">
      <h3>{t.contacts.stopped}</h3>
      <p>{t.contacts.stoppedWhy}</p>
      <DsoList t={t} dsos={dsos} />
      <p>{t.contacts.stoppedOtherwise}</p>
    </div>
  )
}

/** The parts of an address, each on a line of its own, to be filled in. */
function addressTemplate({ t }: Face): string {
  const { branch, settlement, street, house, flatLabel, accountNumber } = t.address
  return [branch, settlement, street, house, flatLabel, accountNumber].map(part => `${part}: `).join('\n')
}
