export const signIn = {
  phone: 'Номер мобільного телефону',
  phoneHint: 'Наприклад, 067 123 45 67',
  password: 'Пароль',
  submit: 'Увійти',
  recover: 'Відновлення паролю',
  register: 'Зареєструватися в кабінеті',
}
