import { routes } from '../../routes.ts'
import type { Face } from '../../ui/face.ts'
import { fieldId, Select } from '../../ui/field.tsx'
import type { FilledForm } from '../../web/form.ts'
import { type AddressLists, type AddressPart, addressParts } from './address-lists.ts'

interface AddressFieldsProps {
  face: Face
  lists: AddressLists
  form: FilledForm
  /** The person asked for the next list: it takes the focus. */
  focusNext?: boolean
}

/**
 * The cascade from one part on. What hangs on a list stands in the list's `rest`: when the list changes, htmx asks for
 * this page with the choices so far and renews the rest alone, so that the list, its focus and the number typed stay.
 */
export function AddressFields({ from = 'branch', ...props }: AddressFieldsProps & { from?: AddressPart }) {
  const deeper = addressParts[addressParts.indexOf(from) + 1]
  const fields = (
    <>
      <List {...props} part={from} />
      {deeper !== undefined && (
        <div id={restId(from)}>
          <AddressFields {...props} from={deeper} />
        </div>
      )}
    </>
  )
  return from === 'house' ? <div class="house-and-flat">{fields}</div> : fields
}

const labels = {
  branch: 'branch',
  settlement: 'settlement',
  street: 'street',
  house: 'house',
  flat: 'flatLabel',
} as const

function List({
  face: { t },
  lists,
  form,
  part,
  focusNext = false,
}: AddressFieldsProps & { part: AddressPart }) {
  const words = t.accounts.add
  const list = lists[part]
  const isWithoutFlats = part === 'flat' && list.some(option => option.value === '')
  return (
    <Select
      name={part}
      label={t.address[labels[part]]}
      form={form}
      placeholder={isWithoutFlats ? words.noFlat : words.placeholders[part]}
      options={list.filter(option => option.value !== '')}
      disabled={list.length === 0}
      enhance={{
        ...(part === 'flat' ? {} : renewsItsRest(part)),
        ...(focusNext && part === nextPart(lists, form) ? { autofocus: '' } : {}),
      }}
    />
  )
}

/** The first list that is open and has no choice yet. */
function nextPart(lists: AddressLists, form: FilledForm): AddressPart | undefined {
  return addressParts.find(part => lists[part].length > 0 && (form.values[part] ?? '') === '')
}

const restId = (part: AddressPart) => `after-${part}`

function renewsItsRest(part: AddressPart): Record<string, string> {
  const soFar = addressParts.slice(0, addressParts.indexOf(part) + 1)
  return {
    'hx-get': routes.addAccount.to(),
    'hx-include': soFar.map(name => `#${fieldId(name)}`).join(', '),
    'hx-target': `#${restId(part)}`,
    'hx-select': `#${restId(part)}`,
    'hx-swap': 'outerHTML',
    'hx-sync': '#address:replace',
  }
}
