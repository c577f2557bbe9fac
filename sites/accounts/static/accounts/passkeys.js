/* Shows what needs passkeys where the browser knows them, and says in words when one failed. */
(function () {
  'use strict'
  const known = Boolean(window.PublicKeyCredential && navigator.credentials)
  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('[data-passkey]').forEach(function (part) { part.hidden = !known })
    document.querySelectorAll('[data-no-passkey]').forEach(function (part) { part.hidden = known })
  })
  document.addEventListener('allauth.error', function (event) {
    const words = document.querySelector('[data-passkey-error]')
    if (words) {
      words.hidden = false
      words.setAttribute('role', 'alert')
      event.preventDefault()
    }
  })
})()
