// prism writes what it finds into a header as it is; where that is Japanese, node refuses the header and the proxy ends.
const { ServerResponse } = require("node:http");

const setHeader = ServerResponse.prototype.setHeader;
ServerResponse.prototype.setHeader = function (name, value) {
  return setHeader.call(this, name, name.toLowerCase() === "sl-violations" ? escaped(String(value)) : value);
};

function escaped(text) {
  return text.replace(/[^\x20-\x7e]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
}
