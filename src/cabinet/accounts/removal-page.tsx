import { addressLine } from '../../domain/address.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import { CabinetLayout, type SideAccount } from '../../ui/cabinet-layout.tsx'
import type { Face } from '../../ui/face.ts'

interface RemovalPageProps {
  face: Face
  side: SideAccount[]
  account: HeldAccount
}

/** The question before an account is taken off the list: a page, so that it is asked without any script too. */
export function RemovalPage({ face, side, account }: RemovalPageProps) {
  const { t } = face
  const words = t.accounts.removal
  return (
    <CabinetLayout face={face} title={words.title} section={null} accounts={side} chosen={account.id}>
      <h1>{words.title}</h1>
      <form class="card" method="post" action={routes.accountRemoval.to({ id: account.id })}>
        <p>
          <strong>
            {t.accounts.number} {account.number}
          </strong>
          <br />
          {addressLine(account.address, t.address.flat)}
        </p>
        <p>{words.note}</p>
        <div class="buttons">
          <button class="button button-danger" type="submit">
            {words.submit}
          </button>
          <a class="button button-quiet" href={routes.account.to({ id: account.id })}>
            {words.back}
          </a>
        </div>
      </form>
    </CabinetLayout>
  )
}
