// What moves on the pages. Every page works without it: each part makes something that is there already more pleasant.

const said = (nl, en) => (document.documentElement.lang === "en" ? en : nl);

// A form that came back with faults, or a step that was taken: begin reading there
document.querySelector("[data-koers-focus]")?.focus();

// Where the menu is a line that slides, the page that is open is in sight
const current = document.querySelector(".koers-menu [aria-current]");
const menu = current?.closest(".koers-menu");
if (menu && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = current.offsetLeft - menu.offsetLeft - 24;

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

/** Shows what an address makes of the form that it stands in, after every change: <koers-voorbeeld data-van="/pad">. */
class Preview extends HTMLElement {
  connectedCallback() {
    const form = this.closest("form");
    form?.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(form), 300);
    });
  }
  async ask(form) {
    try {
      const answer = await fetch(this.dataset.van, { method: "POST", headers: { "X-Requested-With": "koers" }, body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && !answer.redirected) this.innerHTML = await answer.text();
    } catch { /* The button beside it does the same */ }
  }
}
customElements.define("koers-voorbeeld", Preview);

/** A table in which a block copied from Excel can be pasted: <koers-plakken> around a table of fields. */
class Paste extends HTMLElement {
  connectedCallback() {
    this.note = this.querySelector("[data-koers-plakmelding]") ?? this.status();
    this.addEventListener("paste", event => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\t\n]/.test(text.trimEnd()) || event.target.tagName !== "INPUT") return;
      event.preventDefault();
      const rows = [...this.querySelectorAll("tbody tr")].map(row => [...row.querySelectorAll("input:not([type=hidden]),select")]);
      const top = rows.findIndex(row => row.includes(event.target));
      const from = rows[top].indexOf(event.target);
      let lost = 0;
      const unread = [];
      text.trimEnd().split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((cell, right) => {
        const field = rows[top + down]?.[from + right];
        if (!field) lost++;
        else if (!this.fill(field, cell.trim())) unread.push(`“${cell.trim()}” (${this.named(field)})`);
      }));
      this.say(lost, unread);
    });
  }
  /** Where messages are put. It is in the page before there are any, so that a screen reader hears them come. */
  status() {
    const note = Object.assign(document.createElement("p"), { className: "koers-klein" });
    note.setAttribute("role", "status");
    note.dataset.koersPlakmelding = "";
    this.append(note);
    return note;
  }
  /** Puts a word in a field. False where a tick or a list has no such word: it stays as it is, because a column of totals says nothing about it. */
  fill(field, word) {
    if (field.type === "checkbox" || field.tagName === "SELECT") {
      if (word === "") return true;
      if (field.type === "checkbox") {
        const isYes = /^(ja|yes|x|1|true|waar)$/i.test(word);
        if (!isYes && !/^(nee|no|0|false|onwaar)$/i.test(word)) return false;
        field.checked = isYes;
      } else {
        const choice = [...field.options].find(option => [option.value, option.text].some(said => said.trim().toLowerCase() === word.toLowerCase()));
        if (!choice) return false;
        field.value = choice.value;
      }
    } else field.value = word;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }
  named(field) { return field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent.trim() ?? field.name; }
  /** What does not fit is not lost in silence. */
  say(lost, left) {
    const parts = [];
    if (lost === 1) parts.push(said("1 cel paste niet in de tabel. Voeg eerst regels of kolommen toe.", "1 cell did not fit in the table. Add rows or columns first."));
    if (lost > 1) parts.push(said(`${lost} cellen pasten niet in de tabel. Voeg eerst regels of kolommen toe.`, `${lost} cells did not fit in the table. Add rows or columns first.`));
    if (left.length > 0) {
      const most = 3, more = left.length - most;
      const which = left.slice(0, most).join(", ") + (more > 0 ? said(` en nog ${more}`, ` and ${more} more`) : "");
      parts.push(said(`Niet ingevuld, want daar staat iets om uit te kiezen of aan te vinken: ${which}.`, `Not filled in, because something is chosen or ticked there: ${which}.`));
    }
    this.note.textContent = said("Geplakt.", "Pasted.") + (parts.length > 0 ? " " + parts.join(" ") : "");
  }
}
customElements.define("koers-plakken", Paste);

/** A roadmap in which bars can be dragged to another quarter: the form below it is filled in, and sent by who dragged. */
class Roadmap extends HTMLElement {
  connectedCallback() {
    this.form = document.querySelector("form[data-koers-aanpassen]");
    if (!this.dataset.mag || !this.form) return;
    this.quarters = this.dataset.kwartalen.split(" ");
    this.names = this.dataset.namen.split("|");
    for (const bar of this.querySelectorAll("rect[data-nummer]")) {
      const [start, first, last] = ["start", "eerste", "laatste"].map(name => Number(bar.dataset[name]));
      if (start < 0 || first >= last) {
        bar.classList.add("koers-rk-balk--ligt-vast");
        bar.addEventListener("pointerdown", () => this.fixed(bar));
        continue;
      }
      bar.classList.add("koers-rk-balk--mag");
      bar.addEventListener("pointerdown", event => this.drag(event, bar, start, Math.max(0, first), last));
    }
  }
  fixed(bar) {
    const note = document.querySelector("[data-koers-vast]");
    if (note) note.textContent = said(
      `${bar.dataset.nummer} kan niet worden versleept: het loopt al, of er is maar één kwartaal waarin het kan beginnen.`,
      `${bar.dataset.nummer} cannot be dragged: it runs already, or there is only one quarter in which it can begin.`);
  }
  drag(event, bar, start, first, last) {
    event.preventDefault();
    bar.setPointerCapture(event.pointerId);
    bar.classList.add("koers-rk-balk--sleept");
    const width = Number(this.dataset.breedte), from = event.clientX + this.scrollLeft;
    let to = start;
    const move = e => {
      to = Math.min(last, Math.max(first, start + Math.round((e.clientX + this.scrollLeft - from) / width)));
      bar.setAttribute("transform", `translate(${(to - start) * width} 0)`);
    };
    const end = () => {
      bar.removeEventListener("pointermove", move);
      bar.classList.remove("koers-rk-balk--sleept");
      if (to !== start) this.fill(bar, to);
    };
    bar.addEventListener("pointermove", move);
    bar.addEventListener("pointerup", end, { once: true });
    bar.addEventListener("pointercancel", () => { to = start; bar.removeAttribute("transform"); end(); }, { once: true });
  }
  fill(bar, to) {
    const set = (name, value) => { const field = this.form.querySelector(`[name="${name}"]`); if (field) field.value = value; };
    set("/initiatief", bar.dataset.nummer);
    set("/soort", "start-vast");
    set("/start", this.quarters[to]);
    set("/variant", "");
    this.form.querySelector(".koers-gesleept").textContent = said(
      `${bar.dataset.nummer} zou beginnen in ${this.names[to]}. Druk op Vastleggen om dat in het scenario te zetten.`,
      `${bar.dataset.nummer} would begin in ${this.names[to]}. Press Decide to put that into the scenario.`);
    const button = this.form.querySelector("button:not([type=button])");
    button.focus();
    button.scrollIntoView({ block: "center" });
  }
}
customElements.define("koers-routekaart", Roadmap);

/** Weights that can be slid, with what comes of it at once: <koers-schuiven data-uitkomst="id"> around a form that asks with its address. */
class Slide extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    for (const box of this.querySelectorAll("[data-gewicht]")) {
      const field = box.querySelector("input");
      const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: 100, step: 1, value: this.number(field.value) });
      slider.setAttribute("aria-label", said(`Schuif: ${field.labels[0]?.textContent.trim()}`, `Slide: ${field.labels[0]?.textContent.trim()}`));
      slider.addEventListener("input", () => { field.value = slider.value; this.soon(); });
      field.addEventListener("input", () => { slider.value = this.number(field.value); this.soon(); });
      field.after(slider);
    }
  }
  number(text) { return Number(text.replace(",", ".")) || 0; }
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 250);
  }
  async ask() {
    const address = `${this.form.getAttribute("action")}?${new URLSearchParams(new FormData(this.form))}`;
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(address, { headers: { "X-Requested-With": "koers" }, signal: this.asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const outcome = page.getElementById(this.dataset.uitkomst);
      if (outcome) document.getElementById(this.dataset.uitkomst).replaceChildren(...outcome.childNodes);
      history.replaceState(null, "", address);
    } catch (error) { if (error.name !== "AbortError") connection(false); }
  }
}
customElements.define("koers-schuiven", Slide);

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
