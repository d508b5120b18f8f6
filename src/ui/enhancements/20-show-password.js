// A password can be looked at while it is typed; the button is of use to a script alone, so a script makes it.
{
  const { showPassword, hidePassword } = document.body.dataset
  for (const input of document.querySelectorAll('input[type="password"]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button-link show-password'
    button.textContent = showPassword
    button.setAttribute('aria-controls', input.id)
    button.addEventListener('click', () => {
      const shown = input.type === 'text'
      input.type = shown ? 'password' : 'text'
      button.textContent = shown ? showPassword : hidePassword
    })
    // hidden again before it leaves, so that no browser keeps it as a word typed before
    input.form?.addEventListener('submit', () => {
      input.type = 'password'
    })
    input.after(button)
  }
}
