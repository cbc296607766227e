/** Version of this app, as it tells the server. */
export const APP_VERSION = '0.1.0'
