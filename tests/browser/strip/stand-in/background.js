// Stands in for the background: answers the built strip with the model a test gave, and keeps the answers.
const api = globalThis.browser ?? globalThis.chrome;
const models = new Map();
/** By tab. */
const answers = new Map();

api.runtime.onMessage.addListener((message, sender, respond) => {
  const tabId = sender.tab?.id;
  if (message.obok === 'strip→background: ready') {
    respond(models.get(tabId) ?? null);
  } else if (message.obok === 'strip→background: answer') {
    answers.set(tabId, [...(answers.get(tabId) ?? []), message.data]);
    respond(null);
  } else if (message.ask) {
    take(message, tabId).then(respond);
    return true;
  }
  return false;
});

async function take({ ask, model }, tabId) {
  if (model) models.set(tabId, model);
  const target = { tabId, frameIds: [0] };
  switch (ask) {
    case 'inject':
      await api.scripting.executeScript({
        target,
        files: ['content-scripts/strip.js'],
        injectImmediately: true,
      });
      return null;
    case 'axe':
      await api.scripting.executeScript({ target, files: ['axe.js'] });
      return null;
    case 'answers': {
      const given = answers.get(tabId) ?? [];
      answers.delete(tabId);
      return given;
    }
    default:
      return api.tabs.sendMessage(
        tabId,
        { obok: `background→strip: ${ask}`, data: model ?? null },
        { frameId: 0 },
      );
  }
}
