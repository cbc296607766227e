import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { commandsKey, onlineKey, type Commands, type OnlineCommands } from '#client/data/commands.ts'
import { draftsKey, type Drafts } from '#client/data/drafts.ts'
import { queriesKey, type Queries } from '#client/data/queries.ts'
import App from './App.vue'
import { makeRouter } from './router.ts'

type Opened = { queries: Queries; commands: Commands; online: OnlineCommands; drafts: Drafts }

export function mountApp(opened: Opened): void {
  createApp(App)
    .use(createPinia())
    .use(makeRouter())
    .provide(queriesKey, opened.queries)
    .provide(commandsKey, opened.commands)
    .provide(onlineKey, opened.online)
    .provide(draftsKey, opened.drafts)
    .mount('#app')
}
