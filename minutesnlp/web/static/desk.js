// What the pages do a little better with a script. All of them work without it.
import { initAll } from './govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const announced = document.getElementById('announced')

// one press copies a citation
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  const words = button.innerHTML
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = 'Copied'
    announced.textContent = 'Citation copied'
    setTimeout(() => { button.innerHTML = words; announced.textContent = '' }, 2500)
  })
}

// on a narrow screen the hits come before what narrows them
if (window.matchMedia('(max-width: 48em)').matches) {
  for (const details of document.querySelectorAll('details.narrowing')) details.open = false
}

// how far the reading of documents is
const progress = document.querySelector('[data-progress]')
if (progress) {
  const look = async () => {
    const told = await (await fetch(progress.dataset.progress)).json()
    const bar = progress.querySelector('progress')
    bar.max = told.of
    bar.value = told.done
    progress.querySelector('[role=status]').textContent = told.told
    if (told.finished) window.location.reload()
    else setTimeout(look, 700)
  }
  setTimeout(look, 400)
}
