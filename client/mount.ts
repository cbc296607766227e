import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { commandsKey, onlineKey, type Commands, type OnlineCommands } from '#client/data/commands.ts'
import { queriesKey, type Queries } from '#client/data/queries.ts'
import App from './App.vue'
import { makeRouter } from './router.ts'

export function mountApp(opened: { queries: Queries; commands: Commands; online: OnlineCommands }): void {
  createApp(App)
    .use(createPinia())
    .use(makeRouter())
    .provide(queriesKey, opened.queries)
    .provide(commandsKey, opened.commands)
    .provide(onlineKey, opened.online)
    .mount('#app')
}
