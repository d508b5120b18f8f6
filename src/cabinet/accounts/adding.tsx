import type { FastifyInstance } from 'fastify'
import { accountsPerPerson } from '../../people/held-accounts.ts'
import { claimAccount } from '../../people/links.ts'
import { routes } from '../../routes.ts'

import { type FilledForm, readForm, typed } from '../../web/form.ts'
import { seeOther, sendPage } from '../../web/html.ts'
import { type Cabinet, sideAccounts, signedIn, type Visit } from '../cabinet.ts'
import { AddPage } from './add-page.tsx'
import { type AddressLists, chosenAddress, heldChoices } from './address-lists.ts'
import { numberForm } from './form.ts'
import { addressLists } from './queries.ts'

/** Adding an account: the cascade, which asks for one list after another, and the act. */
export function adding(app: FastifyInstance, cabinet: Cabinet): void {
  const { db, face, clock } = cabinet
  const words = face.t.accounts.add

  function page(visit: Visit, lists: AddressLists, form: FilledForm, focusNext = false) {
    const values = { ...heldChoices(lists, form.values), number: form.values.number ?? '' }
    return (
      <AddPage
        face={face}
        side={sideAccounts(visit, face)}
        lists={lists}
        form={{ values, faults: form.faults }}
        focusNext={focusNext}
      />
    )
  }

  app.get(
    routes.addAccount.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const { number: _, ...choices } = typed(request.query) // a number has no place in an address
      return sendPage(reply, page(visit, await addressLists(db, choices), { values: choices, faults: {} }))
    }),
  )

  // Changes nothing: it is a POST so that the number typed comes along and stands in no address.
  app.post(
    routes.addAccount.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const values = typed(request.body)
      return sendPage(reply, page(visit, await addressLists(db, values), { values, faults: {} }, true))
    }),
  )

  app.post(
    routes.accounts.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const form = readForm(numberForm(face.t, cabinet.face.supplier.accounts.number_pattern), request.body)
      const lists = await addressLists(db, form.values)
      const address = chosenAddress(lists, form.values, words.missing)
      const again = (faults: FilledForm['faults'], status = 422) =>
        sendPage(reply, page(visit, lists, { values: form.values, faults }), status)

      if (!form.ok || !address.ok)
        return again({ ...(address.ok ? {} : address.faults), ...(form.ok ? {} : form.faults) })
      const claim = { houseId: address.houseId, flat: address.flat, number: form.value.number }
      const claimant = { personId: visit.person.id, address: request.ip, now: clock() }
      const result = await claimAccount(db, claimant, claim)
      switch (result.state) {
        case 'linked':
        case 'held':
          return seeOther(reply, routes.account.to({ id: result.accountId }))
        case 'no-match':
          return again({ '': words.noMatch })
        case 'full':
          return again({ '': words.full(accountsPerPerson) })
        case 'too-many':
          reply.header('retry-after', result.retryAfter)
          return again({ '': words.tooMany(Math.ceil(result.retryAfter / 60)) }, 429)
      }
    }),
  )
}
