import type { Unredeemed } from '../people/codes.ts'
import type { Texts } from '../texts/texts.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import type { Face } from '../ui/face.ts'
import { Field } from '../ui/field.tsx'
import type { FilledForm } from '../web/form.ts'

interface CodeFormProps {
  face: Face
  form: FilledForm
  action: string
  /** Where another code is asked for. */
  againAction: string
  submit: string
}

/** «Код активації», and another one where it doesn't come or is too late. */
export function CodeForm({ face: { t }, form, action, againAction, submit }: CodeFormProps) {
  const { code } = t.registration
  return (
    <>
      <ErrorSummary t={t} faults={form.faults} />
      <form method="post" action={action} noValidate>
        <Field
          name="code"
          label={code.label}
          hint={code.hint}
          inputMode="numeric"
          autocomplete="one-time-code"
          form={form}
        />
        <button class="button" type="submit">
          {submit}
        </button>
      </form>
      <form class="code-again" method="post" action={againAction}>
        <button class="button button-quiet" type="submit">
          {code.again}
        </button>
      </form>
    </>
  )
}

/** What to say of a code that did not do. */
export function codeFault(t: Texts, redeemed: Unredeemed): string {
  const { faults } = t.registration.code
  switch (redeemed.state) {
    case 'wrong':
      return redeemed.triesLeft === 0 ? faults.spent : faults.wrong(redeemed.triesLeft)
    case 'spent':
      return faults.spent
    case 'late':
      return faults.late
    case 'none':
      return t.registration.activation.none
  }
}
