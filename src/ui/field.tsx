import type { ComponentChildren } from 'preact'
import type { FilledForm } from '../web/form.ts'

interface FieldProps {
  name: string
  /** Exactly the contract's words: hints stand outside of the label. */
  label: string
  form: FilledForm
  hint?: string
  type?: 'text' | 'password' | 'tel'
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'tel'
  maxLength?: number
  required?: boolean
  /** What stands in the field where nothing was typed yet. Never for passwords. */
  initial?: string
}

/** The id of a field's input, to which the summary of errors links. */
export const fieldId = (name: string) => `field-${name}`

/** A labelled line of text with its hint and its fault; a password is never sent back. */
export function Field({
  name,
  label,
  form,
  hint,
  type = 'text',
  initial = '',
  required = true,
  ...rest
}: FieldProps) {
  const fault = form.faults[name]
  return (
    <FieldFrame name={name} label={label} hint={hint} fault={fault}>
      <input
        id={fieldId(name)}
        name={name}
        type={type as 'text'} // the three kinds take the same attributes, which the library's union can't tell
        value={type === 'password' ? undefined : (form.values[name] ?? initial)}
        aria-describedby={describedBy(name, hint, fault)}
        aria-invalid={fault === undefined ? undefined : 'true'}
        autoComplete={rest.autocomplete}
        inputMode={rest.inputMode}
        maxLength={rest.maxLength}
        aria-required={required ? 'true' : undefined}
      />
    </FieldFrame>
  )
}

interface TextAreaProps {
  name: string
  label: string
  form: FilledForm
  hint?: string
  rows?: number
  maxLength?: number
  initial?: string
}

/** A labelled field of several lines. */
export function TextArea({ name, label, form, hint, rows = 6, maxLength, initial = '' }: TextAreaProps) {
  const fault = form.faults[name]
  return (
    <FieldFrame name={name} label={label} hint={hint} fault={fault}>
      <textarea
        id={fieldId(name)}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-describedby={describedBy(name, hint, fault)}
        aria-invalid={fault === undefined ? undefined : 'true'}
        aria-required="true"
      >
        {form.values[name] ?? initial}
      </textarea>
    </FieldFrame>
  )
}

export interface Option {
  value: string
  text: string
}

interface SelectProps {
  name: string
  label: string
  form: FilledForm
  /** The first line, which chooses nothing. */
  placeholder: string
  options: readonly Option[]
  hint?: string
  disabled?: boolean
  /** Attributes for htmx. */
  enhance?: Record<string, string>
}

/** A labelled native list. */
export function Select({
  name,
  label,
  form,
  placeholder,
  options,
  hint,
  disabled = false,
  enhance = {},
}: SelectProps) {
  const fault = form.faults[name]
  const chosen = form.values[name] ?? ''
  return (
    <FieldFrame name={name} label={label} hint={hint} fault={fault}>
      <select
        id={fieldId(name)}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy(name, hint, fault)}
        aria-invalid={fault === undefined ? undefined : 'true'}
        {...enhance}
      >
        <option value="" selected={chosen === ''}>
          {placeholder}
        </option>
        {options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

interface FrameProps {
  name: string
  label: string
  hint: string | undefined
  fault: string | undefined
  children: ComponentChildren
}

function FieldFrame({ name, label, hint, fault, children }: FrameProps) {
  return (
    <div class={fault === undefined ? 'field' : 'field field-faulty'}>
      <label for={fieldId(name)}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${fieldId(name)}-fault`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  )
}

function describedBy(name: string, hint: string | undefined, fault: string | undefined): string | undefined {
  const ids = [
    hint === undefined ? '' : `${fieldId(name)}-hint`,
    fault === undefined ? '' : `${fieldId(name)}-fault`,
  ]
  return ids.filter(id => id !== '').join(' ') || undefined
}
