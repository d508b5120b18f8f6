// A form that came back with faults is read from its summary on.
document.querySelector('[data-focus]')?.focus()
