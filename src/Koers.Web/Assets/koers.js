// What moves on the pages. Every page works without it: each part makes something that is there already more pleasant.

const said = (nl, en) => (document.documentElement.lang === "en" ? en : nl);

// A form that came back with faults, or a step that was taken: begin reading there
document.querySelector("[data-koers-focus]")?.focus();

// A lost connection is shown, and nothing is sent into it: what was typed stays
const lost = document.createElement("div");
lost.className = "koers-verbinding";
lost.setAttribute("role", "alert");
const connection = isThere => {
  if (isThere) lost.remove();
  else {
    lost.textContent = said("Geen verbinding. Wat u typt blijft hier staan; versturen kan zodra de verbinding er weer is.",
      "No connection. What you type stays here; sending is possible as soon as the connection is back.");
    document.body.append(lost);
  }
};
addEventListener("online", () => connection(true));
addEventListener("offline", () => connection(false));
document.addEventListener("submit", event => {
  if (!navigator.onLine) { event.preventDefault(); connection(false); }
});

// Who leaves a form half-way is asked first
const typed = new Set();
document.addEventListener("input", event => event.target.form?.dataset.koersBewaar !== undefined && typed.add(event.target.form));
document.addEventListener("submit", event => { if (!event.defaultPrevented) typed.delete(event.target); });
addEventListener("beforeunload", event => { if (typed.size > 0) event.preventDefault(); });

/** Renews its content from an address as long as it says so itself: <koers-live data-van="/pad" data-elke="700">. */
class Live extends HTMLElement {
  connectedCallback() { this.next(); }
  disconnectedCallback() { clearTimeout(this.timer); }
  next() { if (!this.querySelector("[data-klaar]")) this.timer = setTimeout(() => this.renew(), Number(this.dataset.elke) || 700); }
  async renew() {
    try {
      const answer = await fetch(this.dataset.van, { headers: { "X-Requested-With": "koers" } });
      if (answer.status === 401 || answer.redirected) { location.reload(); return; }
      if (answer.ok) { this.innerHTML = await answer.text(); connection(true); }
      if (this.querySelector("[data-herlaad]")) { location.reload(); return; }
    } catch { connection(false); }
    this.next();
  }
}
customElements.define("koers-live", Live);

/** Shows what an address says about fields of the form that are being typed in: <koers-bij-typen data-van="/pad" data-velden="/naam /gebied">. */
class WhileTyping extends HTMLElement {
  connectedCallback() {
    const fields = this.dataset.velden.split(" ").map(name => document.querySelector(`[name="${CSS.escape(name)}"]`)).filter(Boolean);
    for (const field of fields) field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(fields), 400);
    });
  }
  async ask(fields) {
    const asked = new URLSearchParams(fields.map(field => [field.name.replace(/^\//, ""), field.value]));
    try {
      const answer = await fetch(`${this.dataset.van}?${asked}`, { headers: { "X-Requested-With": "koers" } });
      if (answer.ok && !answer.redirected) this.innerHTML = await answer.text();
    } catch { /* It is a help only */ }
  }
}
customElements.define("koers-bij-typen", WhileTyping);

/** A table in which a block copied from Excel can be pasted: <koers-plakken> around a table of fields. */
class Paste extends HTMLElement {
  connectedCallback() {
    this.addEventListener("paste", event => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\t\n]/.test(text.trimEnd()) || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      const rows = [...this.querySelectorAll("tbody tr")].map(row => [...row.querySelectorAll("input:not([type=hidden]),select")]);
      const top = rows.findIndex(row => row.includes(event.target));
      const left = rows[top].indexOf(event.target);
      text.trimEnd().split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((cell, right) => {
        const field = rows[top + down]?.[left + right];
        if (!field) return;
        field.value = cell.trim();
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }));
    });
  }
}
customElements.define("koers-plakken", Paste);

/** Signs in with a passkey. */
class Passkey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.signIn());
  }
  async signIn() {
    const note = this.querySelector("[role=alert]");
    note.textContent = "";
    const headers = { "X-Requested-With": "koers", "Content-Type": "application/json" };
    try {
      const options = await (await fetch("/api/v1/sessies/toegangssleutel/opties", { method: "POST", headers })).json();
      const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      const answer = await fetch("/api/v1/sessies/toegangssleutel", { method: "POST", headers, body: JSON.stringify({ sleutel: credential.toJSON() }) });
      if (!answer.ok) throw new Error(answer.statusText);
      location.assign(this.dataset.terug);
    } catch { note.textContent = this.dataset.mislukt; }
  }
}
customElements.define("koers-sleutel", Passkey);

/** Makes a passkey for the own account, under the name that is typed in it. */
class NewPasskey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
    this.hidden = false;
    this.querySelector("button").addEventListener("click", () => this.make());
  }
  async make() {
    const [note, name] = [this.querySelector("[role=alert]"), this.querySelector("input")];
    note.textContent = "";
    if (!name.value.trim()) { note.textContent = this.dataset.naamloos; name.focus(); return; }
    const headers = { "X-Requested-With": "koers", "Content-Type": "application/json" };
    try {
      const options = await (await fetch("/api/v1/mij/toegangssleutels/opties", { method: "POST", headers })).json();
      const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      const answer = await fetch("/api/v1/mij/toegangssleutels", { method: "POST", headers, body: JSON.stringify({ sleutel: credential.toJSON(), naam: name.value.trim() }) });
      if (!answer.ok) throw new Error(answer.statusText);
      location.reload();
    } catch { note.textContent = this.dataset.mislukt; }
  }
}
customElements.define("koers-nieuwe-sleutel", NewPasskey);

// Charts bring a large script: only pages that have one fetch it
const charts = document.querySelectorAll("koers-grafiek");
if (charts.length > 0) import(`./grafiek.js${new URL(import.meta.url).search}`);
