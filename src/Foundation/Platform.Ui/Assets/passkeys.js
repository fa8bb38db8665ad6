// Passkeys need a script: what offers them is hidden until there is one and the browser knows them.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const asked = (options) => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user ? { user: { ...options.user, id: bytes(options.user.id) } } : {}),
  ...Object.fromEntries(["excludeCredentials", "allowCredentials"].filter((key) => options[key]).map((key) => [key, options[key].map((each) => ({ ...each, id: bytes(each.id) }))])),
});

const answered = (credential) => {
  const response = credential.response;
  const plain = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    plain.attestationObject = text(response.attestationObject);
    plain.transports = response.getTransports?.() ?? [];
  } else {
    plain.authenticatorData = text(response.authenticatorData);
    plain.signature = text(response.signature);
    plain.userHandle = response.userHandle ? text(response.userHandle) : null;
  }

  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: plain,
  });
};

const ask = async (form) => {
  const fields = new FormData(form);
  const reply = await fetch(form.getAttribute("data-options"), { method: "POST", body: new URLSearchParams([["__RequestVerificationToken", fields.get("__RequestVerificationToken")]]) });
  if (!reply.ok) {
    throw new Error();
  }

  const publicKey = asked(await reply.json());
  const credential = form.getAttribute("data-passkey") === "make"
    ? await navigator.credentials.create({ publicKey })
    : await navigator.credentials.get({ publicKey });
  form.querySelector("[name=Credential]").value = answered(credential);
};

if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-passkeys][hidden]").forEach((part) => {
    part.hidden = false;
  });

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.addEventListener("submit", async (event) => {
      if (form.querySelector("[name=Credential]").value) {
        return;
      }

      event.preventDefault();
      const note = form.querySelector("[data-passkey-failed]");
      note.hidden = true;
      try {
        await ask(form);
        form.submit();
      } catch {
        // The person said no, or the device has no passkey for this site.
        note.hidden = false;
      }
    });
  });
}
