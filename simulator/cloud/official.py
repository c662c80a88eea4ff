"""What the official SDK of cloud functions asks, in the words of our own calls.

Observed: wx-server-sdk 2.6 and 4.0: actions as `database.getDocument`, values as EJSON in texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from runtime.cloud.failure import PARAMETERS, CloudFailure
from runtime.cloud.files import BUCKET

Ask = Callable[[str, Mapping[str, Any]], Any]
Body = Mapping[str, Any]


def answer_official(body: Body, ask: Ask, url: str) -> dict[str, Any]:
    """The answer of an action. `url` is that of the call's process, for uploads."""
    action = str(body.get("action", ""))
    if action == "storage.getUploadMetadata":
        return _told(_upload(body, url))
    made = _ACTIONS.get(action)
    if made is None:
        return {"requestId": "desk", "code": "SYS_ERR", "message": f"{action} is not supported by Handset"}
    try:
        return _told(made(body, ask))
    except CloudFailure as failure:
        return {"requestId": "desk", "code": _CODES.get(failure.code, "SYS_ERR"), "message": failure.reason}


def _told(data: Any) -> dict[str, Any]:
    # Transactions are read from the answer itself.
    return {"requestId": "desk", "data": data, **(data if "transactionId" in data else {})}


def _get(body: Body, ask: Ask) -> Any:
    order = [[path, "desc" if _number(way) < 0 else "asc"] for path, way in _read(body.get("order"), {}).items()]
    field = {path: bool(_number(value)) if not isinstance(value, dict) or "$numberInt" in value else value
             for path, value in _read(body.get("projection"), {}).items()}  # fmt: skip
    args = {**_place(body), "order": order, "skip": body.get("offset"), "limit": body.get("limit")}
    found = ask("DB.Query.get", {**args, "field": field} if field else args)["data"]
    return {"list": [_written(one) for one in found], "limit": body.get("limit", 100), "offset": body.get("offset", 0)}


def _insert(body: Body, ask: Ask) -> Any:
    collection = {"collection": body.get("collectionName"), **_transaction(body)}
    added = [ask("DB.CollectionReference.add", {**collection, "data": _read(one, {})}) for one in body.get("data", [])]
    return {"insertedIds": [one["_id"] for one in added]}


def _modify(body: Body, ask: Ask) -> Any:
    place, data = _place(body), _read(body.get("data"), {})
    if body.get("upsert") and body.get("queryType") == "DOC":
        document_id = _id(place["where"])
        done = ask("DB.DocumentReference.set", {**place, "id": document_id, "data": data.get("$set", data)})["stats"]
        return {"updated": done["updated"], "upsert_id": document_id if done["created"] else None}
    return {"updated": ask("DB.Query.update", {**place, "change": data})["stats"]["updated"]}


def _remove(body: Body, ask: Ask) -> Any:
    return {"deleted": ask("DB.Query.remove", _place(body))["stats"]["removed"]}


def _count(body: Body, ask: Ask) -> Any:
    return {"total": ask("DB.Query.count", _place(body))["total"]}


def _aggregate(body: Body, ask: Ask) -> Any:
    stages = [{str(one["stageKey"]): _read(one["stageValue"], None)} for one in body.get("stages", [])]
    place = {"collection": body.get("collectionName"), **_transaction(body)}
    return {"list": [_written(one) for one in ask("DB.Aggregate.end", {**place, "stages": stages})["list"]]}


def _begin(_body: Body, ask: Ask) -> Any:
    return {"transactionId": ask("DB.begin", {})["transaction"]}


def _commit(body: Body, ask: Ask) -> Any:
    return ask("DB.commit", _transaction(body)) or {}


def _abort(body: Body, ask: Ask) -> Any:
    return ask("DB.abort", _transaction(body)) or {}


def _create(body: Body, ask: Ask) -> Any:
    return ask("Panel.create", {"collection": body.get("collectionName")})


def _invoke(body: Body, ask: Ask) -> Any:
    args = {"name": body.get("function_name"), "data": _read(body.get("request_data"), {})}
    return {"response_data": json.dumps(ask("WxCloud.callFunction", args)["result"])}


def _urls(body: Body, ask: Ask) -> Any:
    wanted = [{"fileID": one.get("fileid"), "maxAge": one.get("max_age", 86400)} for one in body.get("file_list", [])]
    found = ask("WxCloud.getTempFileURL", {"fileList": wanted})["fileList"]
    return {"download_list": [_file(one["fileID"], one["status"], one["tempFileURL"]) for one in found]}


def _delete(body: Body, ask: Ask) -> Any:
    found = ask("WxCloud.deleteFile", {"fileList": body.get("fileid_list", [])})["fileList"]
    return {"delete_list": [_file(one["fileID"], one["status"], "") for one in found]}


def _file(written: str, status: int, url: str) -> dict[str, str]:
    """Versions of the SDK differ in the names that they read."""
    code = "SUCCESS" if status == 0 else "STORAGE_FILE_NONEXIST"
    return {"fileid": written, "fileID": written, "download_url": url, "tempFileURL": url, "code": code}


def _upload(body: Body, url: str) -> dict[str, Any]:
    path, env = str(body.get("path", "")), str(body.get("envName", "desk"))
    return {
        "url": f"{url}/file?id={quote(path, safe='')}", "token": "desk", "authorization": "desk",
        "fileId": f"cloud://{env}.{BUCKET}/{path}", "cosFileId": "desk",
    }  # fmt: skip


def _place(body: Body) -> dict[str, Any]:
    return {"collection": body.get("collectionName"), "where": _read(body.get("query"), {}), **_transaction(body)}


def _transaction(body: Body) -> dict[str, Any]:
    name = body.get("transactionId")
    return {"transaction": name} if name else {}


def _read(text: Any, otherwise: Any) -> Any:
    try:
        return json.loads(text) if isinstance(text, str) and text else otherwise
    except (ValueError, RecursionError) as error:
        raise CloudFailure(PARAMETERS, str(error)) from error


def _id(where: Any) -> Any:
    wanted = where.get("_id") if isinstance(where, dict) else None
    wanted = wanted.get("$eq", wanted) if isinstance(wanted, dict) else wanted
    return _number(wanted) if isinstance(wanted, dict) else wanted


def _number(value: Any) -> Any:
    if isinstance(value, dict):
        return next((float(held) for key, held in value.items() if key.startswith("$number")), 0)
    return value if isinstance(value, int | float) else 0


def _written(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


_ACTIONS: Mapping[str, Callable[[Body, Ask], Any]] = MappingProxyType({
    "database.getDocument": _get, "database.insertDocument": _insert, "database.modifyDocument": _modify,
    "database.removeDocument": _remove, "database.calculateDocument": _count,
    "database.aggregateDocuments": _aggregate, "database.startTransaction": _begin,
    "database.commitTransaction": _commit, "database.abortTransaction": _abort, "database.addCollection": _create,
    "functions.invokeFunction": _invoke, "storage.batchGetDownloadUrl": _urls, "storage.batchDeleteFile": _delete,
})  # fmt: skip
_CODES: Mapping[int, str] = MappingProxyType({
    -502003: "DATABASE_PERMISSION_DENIED", -502001: "DATABASE_REQUEST_FAILED", -501007: "INVALID_PARAM",
    -502009: "DATABASE_TRANSACTION_CONFLICT", -501000: "FUNCTIONS_NOT_FOUND", -504002: "FUNCTIONS_EXECUTE_FAIL",
})  # fmt: skip
