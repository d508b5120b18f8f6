import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import type { Texts } from '../../texts/texts.ts'
import { Field } from '../../ui/field.tsx'
import type { FilledForm } from '../../web/form.ts'

interface OwnNameProps {
  t: Texts
  account: HeldAccount
  form: FilledForm
}

/** A name of one's own for the account, and the way to take it off the list. */
export function OwnName({ t, account, form }: OwnNameProps) {
  const words = t.accounts
  return (
    <section class="card own-name">
      <form method="post" action={routes.accountName.to({ id: account.id })} noValidate>
        <Field
          name="ownName"
          label={words.ownName}
          hint={words.ownNameHint}
          initial={account.ownName}
          autocomplete="off"
          required={false}
          form={form}
        />
        <button class="button button-quiet" type="submit">
          {words.ownNameSave}
        </button>
      </form>
      <p class="links">
        <a href={routes.accountRemoval.to({ id: account.id })}>{words.removal.link}</a>
      </p>
    </section>
  )
}
